import { icons, type IconShape } from './icons.ts'

// Icons of the extension pages only: the banner is loaded amid trading and must stay small.
const shapes = {
  'venue-polling': [
    { d: 'M13.7 6.2A6 6 0 0 0 2.6 5.6M2.3 9.8a6 6 0 0 0 11.1.6', line: 1.6 },
    { d: 'M2.2 2.4v3.4h3.4M13.8 13.6v-3.4h-3.4', line: 1.6 },
  ],
  'venue-blocked': [
    { d: 'M1.7 8a6.3 6.3 0 1 0 12.6 0a6.3 6.3 0 1 0 -12.6 0', line: 1.6 },
    { d: 'm3.7 12.3 8.6-8.6', line: 1.6 },
  ],
  'venue-rate-limited': [
    {
      d: 'M3.6 1.8h8.8M3.6 14.2h8.8M4.6 1.8c0 3.4 2.2 4 3.4 6.2 1.2-2.2 3.4-2.8 3.4-6.2M4.6 14.2c0-3.4 2.2-4 3.4-6.2 1.2 2.2 3.4 2.8 3.4 6.2',
      line: 1.6,
    },
  ],
  'venue-off': [{ d: 'M1.7 8a6.3 6.3 0 1 0 12.6 0a6.3 6.3 0 1 0 -12.6 0', line: 1.6 }],
  'venue-permission': [
    {
      d: 'M2.6 8.4A1.4 1.4 0 0 1 4 7h8a1.4 1.4 0 0 1 1.4 1.4V13a1.4 1.4 0 0 1-1.4 1.4H4A1.4 1.4 0 0 1 2.6 13z',
      line: 1.6,
    },
    { d: 'M5 7V4.8a3 3 0 0 1 6 0V7', line: 1.6 },
  ],
  open: [{ d: 'M6 3H3v10h10v-3M9 2.6h4.4V7M13 3 7.4 8.6', line: 1.6 }],
  play: [{ d: 'M4.4 2.4v11.2L13 8z' }],
  pause: [{ d: 'M3.6 2.6h3v10.8h-3zM9.4 2.6h3v10.8h-3z' }],
  export: [{ d: 'M8 1.8v8M4.8 6.8 8 10l3.2-3.2M2.4 13.6h11.2', line: 1.6 }],
  watch: [{ d: 'm8 1.8 1.9 4 4.4.6-3.2 3.1.8 4.4L8 11.8l-3.9 2.1.8-4.4L1.7 6.4l4.4-.6z', line: 1.4 }],
  watched: [{ d: 'm8 1.3 2.1 4.4 4.8.6-3.5 3.4.9 4.8L8 12.2l-4.3 2.3.9-4.8L1.1 6.3l4.8-.6z' }],
  // A thumb down: outlined to press, filled once pressed.
  helpful: [{ d: 'M5 2.4h6.6l2 5.4v1.4H9.4l.6 3.6-1.2 1.2L5 9.2zM2 2.4h3v6.8H2z', line: 1.4 }],
  unhelpful: [{ d: 'M5 2.4h6.6l2 5.4v1.4H9.4l.6 3.6-1.2 1.2L5 9.2zM1.6 2.4h2.6v6.8H1.6z' }],
  details: [{ d: 'M2 2v12h12M4.6 10.6l2.8-3.4 2.2 2L13.4 4.4', line: 1.6 }],
  history: [
    { d: 'M2.4 5.4A6.2 6.2 0 1 1 1.8 8M2 2.4v3.2h3.2', line: 1.6 },
    { d: 'M8 4.8V8l2.4 1.6', line: 1.6 },
  ],
  options: [{ d: 'M1.8 4.6h12.4M1.8 11.4h12.4M5.4 2.4v4.4M10.6 9.2v4.4', line: 1.6 }],
  panel: [{ d: 'M2 2.6h12v10.8H2zM9.6 2.6v10.8M11.4 5.4h1M11.4 8h1', line: 1.6 }],
  search: [
    { d: 'M2.2 7a4.8 4.8 0 1 0 9.6 0a4.8 4.8 0 1 0 -9.6 0', line: 1.6 },
    { d: 'm10.7 10.7 3.6 3.6', line: 1.6 },
  ],
  mute: [
    {
      d: 'M3.2 11.6c1-1.2 1.2-2.2 1.2-4.4A3.6 3.6 0 0 1 8 3.4a3.6 3.6 0 0 1 3.6 3.8c0 2.2.2 3.2 1.2 4.4zM6.8 13.8h2.4M2 2l12 12',
      line: 1.6,
    },
  ],
} as const satisfies Record<string, readonly IconShape[]>

const all = { ...icons, ...shapes }

export type PageIconName = keyof typeof all

export const pageIcons: Readonly<Record<PageIconName, readonly IconShape[]>> = all
