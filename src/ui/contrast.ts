/** The single place for colour contrast as WCAG 2.2 measures it. */

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number]

/** Reads `#rrggbb` or `#rgb`; undefined for anything else. */
export function findColour(text: string): Colour | undefined {
  const long = text.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/i, '#$1$1$2$2$3$3')
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(long)
  const [red, green, blue] = (parts ?? []).slice(1).map((part) => Number.parseInt(part, 16))
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue]
}

export function hexOf(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Contrast ratio from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Colour, other: Colour): number {
  const lights = [luminance(one), luminance(other)]
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05)
}

/** The colour nearest to `colour`, darker or lighter of the same hue, that reaches `ratio` against `ground`. */
export function nearestPassing(colour: Colour, ground: Colour, ratio: number): Colour {
  for (let step = 1; step <= 100; step += 1) {
    for (const target of [0, 255]) {
      const candidate = mixed(colour, target, step / 100)
      if (contrast(candidate, ground) >= ratio) return candidate
    }
  }
  return luminance(ground) > 0.179 ? [0, 0, 0] : [255, 255, 255]
}

function mixed([red, green, blue]: Colour, target: number, share: number): Colour {
  const mix = (part: number) => Math.round(part + (target - part) * share)
  return [mix(red), mix(green), mix(blue)]
}

/** Relative luminance from 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
