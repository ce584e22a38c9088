/** One shape of an icon on a 16 × 16 grid: filled with the text colour, or a stroke of `line` px. */
export interface IconShape {
  readonly d: string
  readonly line?: number
  readonly dash?: string
}

// Tiers: outlined diamond, solid triangle, solid octagon. Phases: a price line that ends in a dot, the present.
// Venue states: told apart by shape alone. Kept as data, so that no markup is parsed.
const shapes = {
  'tier-notice': [
    { d: 'M8 1.1 14.9 8 8 14.9 1.1 8Z', line: 1.5 },
    { d: 'M7.15 4.6h1.7l-.25 4.2H7.4zM8 9.6a1 1 0 1 1 0 2 1 1 0 0 1 0-2z' },
  ],
  'tier-warning': [
    {
      d: 'M7.05 1.65a1.1 1.1 0 0 1 1.9 0l6.6 11.6a1.1 1.1 0 0 1-.95 1.65H1.4a1.1 1.1 0 0 1-.95-1.65zM7.1 5.5h1.8l-.3 4.3H7.4zM8 10.7a1.05 1.05 0 1 1 0 2.1 1.05 1.05 0 0 1 0-2.1z',
    },
  ],
  'tier-danger': [
    {
      d: 'M4.9.6h6.2l4.3 4.3v6.2l-4.3 4.3H4.9L.6 11.1V4.9zM6.9 3.3l.35 5.7h1.5l.35-5.7zM8 10.3a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4z',
    },
  ],
  unknown: [
    { d: 'M1.6 8a6.4 6.4 0 1 0 12.8 0a6.4 6.4 0 1 0 -12.8 0', line: 1.4, dash: '2.2 1.8' },
    {
      d: 'M6 6.5C6 5.2 6.9 4.4 8.1 4.4s2 .8 2 1.9c0 1.5-1.5 1.6-1.5 2.9H7.3c0-1.9 1.4-1.9 1.4-2.8 0-.4-.2-.7-.7-.7s-.7.3-.7.8zM7.95 10a.85.85 0 1 1 0 1.7.85.85 0 0 1 0-1.7z',
    },
  ],
  'phase-building': [
    { d: 'M1.4 12.8H5c3.4 0 5.2-1.9 7.6-4.6', line: 1.6 },
    { d: 'M11 7.6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0' },
  ],
  'phase-surging': [
    { d: 'M1.4 13.2h3.4C9 13.2 10.7 9.4 12.4 4', line: 1.6 },
    { d: 'M10.8 3a2 2 0 1 0 4 0a2 2 0 1 0 -4 0' },
  ],
  'phase-fading': [
    { d: 'M1.4 13.2C3.4 6 4.8 3.4 7.2 3.2c2.2-.2 3.3 1.4 5.2 3.4', line: 1.6 },
    { d: 'M11 7.2a2 2 0 1 0 4 0a2 2 0 1 0 -4 0' },
  ],
  'phase-falling': [
    { d: 'M1.4 6.6C3 3.6 4.2 2.6 5.6 2.8c2.8.4 4.2 5.6 6.6 9.2', line: 1.6 },
    { d: 'M10.9 13a2 2 0 1 0 4 0a2 2 0 1 0 -4 0' },
  ],
  'phase-settled': [
    { d: 'M1.4 10.4C3 4.6 4.2 4.6 5.4 8s2 3.6 3.2 1.8C9.3 8.7 10 9 12 9', line: 1.6 },
    { d: 'M11 9a2 2 0 1 0 4 0a2 2 0 1 0 -4 0' },
  ],
  close: [{ d: 'm3.4 3.4 9.2 9.2M12.6 3.4l-9.2 9.2', line: 1.6 }],
  'venue-live': [
    { d: 'M4.4 8a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0' },
    { d: 'M1.6 8a6.4 6.4 0 1 0 12.8 0a6.4 6.4 0 1 0 -12.8 0', line: 1.3 },
  ],
  'venue-stale': [
    { d: 'M1.7 8a6.3 6.3 0 1 0 12.6 0a6.3 6.3 0 1 0 -12.6 0', line: 1.6, dash: '2.6 1.9' },
    { d: 'M8 4.4V8l2.4 1.8', line: 1.6 },
  ],
  official: [
    {
      d: 'M2.6 1h10.8c.6 0 1 .4 1 1v12c0 .6-.4 1-1 1H2.6a1 1 0 0 1-1-1V2c0-.6.4-1 1-1zM4.4 4v1.6h7.2V4zm0 3.3v1.4h7.2V7.3zm0 3.2v1.4h4.4v-1.4z',
    },
  ],
  chevron: [{ d: 'm5.8 3.4 4.6 4.6-4.6 4.6', line: 1.6 }],
  down: [{ d: 'm3.4 5.8 4.6 4.6 4.6-4.6', line: 1.6 }],
  collapse: [{ d: 'M3.2 8h9.6', line: 1.6 }],
  grip: [{ d: 'M5 3h2v2H5zm4 0h2v2H9zM5 7h2v2H5zm4 0h2v2H9zm-4 4h2v2H5zm4 0h2v2H9z' }],
} as const satisfies Record<string, readonly IconShape[]>

export type IconName = keyof typeof shapes

export const icons: Readonly<Record<IconName, readonly IconShape[]>> = shapes
