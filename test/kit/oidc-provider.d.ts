/** The part of oidc-provider's interface that tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  interface Context {
    readonly oidc: {
      readonly client?: { readonly clientId: string }
      readonly session?: { readonly accountId: string }
      readonly provider: { readonly Grant: new (of: { clientId: string | undefined; accountId: string | undefined }) => Grant }
    }
  }

  interface Configuration {
    readonly clients: readonly Readonly<Record<string, unknown>>[]
    readonly pkce: { required(): boolean }
    readonly claims: Readonly<Record<string, readonly string[]>>
    readonly scopes: readonly string[]
    readonly features: Readonly<Record<string, { readonly enabled: boolean }>>
    readonly cookies: { readonly keys: readonly string[] }
    findAccount(context: Context, id: string): { accountId: string; claims(): Readonly<Record<string, unknown>> }
    readonly interactions: { url(context: Context, interaction: { readonly uid: string }): string }
    loadExistingGrant(context: Context): Promise<Grant>
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: { login: { accountId: string } }): Promise<void>
  }
}
