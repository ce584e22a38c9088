import { execute } from './execute.ts'
import type { Stage } from './stage.ts'

/** The parts of dependency-cruiser's JSON that are read here. */
interface CruiseReport {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { name: string }
    }[]
  }
}

/** The import table. A run that saw next to nothing (a compiler it cannot load) must not pass. */
export const imports: Stage = {
  name: 'imports',
  async run() {
    const { stdout, output } = await execute('depcruise', ['src', 'test', 'tools', '--output-type', 'json'])
    let summary: CruiseReport['summary']
    try {
      summary = (JSON.parse(stdout) as CruiseReport).summary
    } catch {
      return { passed: 0, failed: 1, skipped: [], output }
    }
    const faults = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)
    if (summary.totalCruised < 50) faults.push(`only ${summary.totalCruised} modules were seen`)
    const failed = faults.length
    return {
      passed: failed === 0 ? 1 : 0,
      failed: failed === 0 ? 0 : 1,
      skipped: [],
      output: faults.join('\n'),
    }
  },
}
