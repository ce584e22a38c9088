// A canvas cannot use CSS custom properties: the page's design tokens are read once per chart.
const names = [
  'surface',
  'text',
  'text-2',
  'text-3',
  'hairline',
  'hairline-strong',
  'edge',
  'grid',
  'axis',
  'line-before',
  'line-now',
  'volume',
  'up',
  'down',
  'hatch',
  'stale-edge',
  'notice',
  'notice-fill',
  'notice-edge',
  'on-notice',
  'warning',
  'warning-fill',
  'warning-edge',
  'on-warning',
  'danger',
  'danger-fill',
  'danger-edge',
  'on-danger',
  'official',
  'official-fill',
  'official-edge',
  'on-official',
] as const

export type ColourName = (typeof names)[number]

/** The colours and the font the chart draws with. */
export interface Palette {
  readonly colour: Readonly<Record<ColourName, string>>
  readonly font: string
}

/** Reads the design tokens as they apply to an element, with light or dark resolved. */
export function paletteOf(element: HTMLElement): Palette {
  const probe = document.createElement('i')
  probe.hidden = true
  element.append(probe)
  const read = (name: string) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const colour = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<ColourName, string>
  const font = getComputedStyle(element).fontFamily
  probe.remove()
  return { colour, font }
}
