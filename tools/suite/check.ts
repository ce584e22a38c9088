import { execute } from './execute.ts'
import type { Stage } from './stage.ts'

/** A stage of one command: it passes if the command exits with 0. */
export function check(name: string, command: string, ...args: readonly string[]): Stage {
  return {
    name,
    async run() {
      const { code, output } = await execute(command, args)
      const passed = code === 0
      return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [], output }
    },
  }
}
