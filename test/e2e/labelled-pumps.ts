import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** A recorded pump with its times, ms UTC. */
export interface LabelledPump {
  readonly name: string
  readonly file: string
  readonly announcedAt: number
  /** Start of the labelled 5-s chunk in which the price left its usual range. */
  readonly onsetAt: number
}

const utc = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`)

/** The labels of recorded files by name; empty where the recordings are absent. */
export function labelledPumps(names: readonly string[]): LabelledPump[] {
  const labels = `${data}/labels/pump-trades-events.csv`
  if (!existsSync(labels)) return []
  const rows = readFileSync(labels, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split(','))
  return names.map((name) => {
    const row = rows.find(([file]) => file === `${name}.csv.gz`)
    if (!row) throw new Error(`${name} has no label`)
    const [, , announced, onset] = row
    return {
      name,
      file: `${data}/pump-trades/${name}.csv.gz`,
      announcedAt: utc(announced!),
      onsetAt: utc(onset!),
    }
  })
}
