/** Minutes after midnight as a time field writes them: 1380 → `23:00`. */
export function timeOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The way back: minutes after midnight, or null where the field was left empty or half filled. */
export function minutesOf(time: string): number | null {
  const [, h, m] = /^(\d\d):(\d\d)/.exec(time) ?? []
  return h === undefined || m === undefined ? null : Number(h) * 60 + Number(m)
}
