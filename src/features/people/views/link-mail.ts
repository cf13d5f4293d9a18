/** The single place for the emails that answer whoever asked for a sign-in link. */
import { nameOf } from '#http/council.ts'
import { path } from '#http/language.ts'
import type { Ctx } from '#http/route.ts'

interface Mail {
  readonly subject: string
  readonly body: string
}

export function linkMail(ctx: Pick<Ctx, 'lang' | 'council'>, { address, code }: { readonly address: string; readonly code: string }): Mail {
  const council = nameOf(ctx.council, ctx.lang)
  if (ctx.lang === 'cy') {
    return {
      subject: `Eich dolen i fewngofnodi i ${council}`,
      body: `Defnyddiwch y ddolen hon i fewngofnodi, yn y porwr lle gofynnoch amdani:

[Mewngofnodi](${address})

Os ydych ar ddyfais arall, teipiwch y cod hwn ar y dudalen lle gofynnoch amdano: **${code}**

Mae’r ddolen a’r cod yn gweithio unwaith, am 15 munud. Os na ofynnoch am hyn, nid oes angen i chi wneud dim.`,
    }
  }
  return {
    subject: `Your link to sign in to ${council}`,
    body: `Use this link to sign in, in the browser where you asked for it:

[Sign in](${address})

If you are on another device, type this code on the page where you asked for it: **${code}**

The link and the code work once, for 15 minutes. If you did not ask for this, you need not do anything.`,
  }
}

/** For somebody who signs in with the council’s directory: `directory` is what the sign-in button calls it. */
export function directoryMail(ctx: Pick<Ctx, 'lang' | 'council' | 'origin'>, directory: string): Mail {
  const council = nameOf(ctx.council, ctx.lang)
  const address = `${ctx.origin}${path(ctx.lang, '/sign-in')}`
  if (ctx.lang === 'cy') {
    return {
      subject: `Mewngofnodi i ${council}`,
      body: `Rydych yn mewngofnodi gyda ${directory}, felly nid ydym wedi anfon dolen. Dechreuwch yma: [Mewngofnodi](${address})

Os na ofynnoch am hyn, nid oes angen i chi wneud dim.`,
    }
  }
  return {
    subject: `Signing in to ${council}`,
    body: `You sign in with ${directory}, so we have not sent a link. Start here: [Sign in](${address})

If you did not ask for this, you need not do anything.`,
  }
}
