/** Minutes after midnight in the format of a time field: 1380 → `23:00`. */
export function timeOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Minutes after midnight of a time field's value; null where it is empty or incomplete. */
export function minutesOf(time: string): number | null {
  const [, h, m] = /^(\d\d):(\d\d)/.exec(time) ?? []
  return h === undefined || m === undefined ? null : Number(h) * 60 + Number(m)
}
