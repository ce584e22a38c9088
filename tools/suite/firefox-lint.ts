import { lintFirefox } from '../package/lint-firefox.ts'
import { packagePath } from '../package/package-names.ts'
import type { Stage } from './stage.ts'

/** The package as Firefox's store sees it: no error, no warning, no notice. */
export const firefoxLint: Stage = {
  name: 'web-ext',
  async run() {
    const { findings } = await lintFirefox(packagePath('firefox'))
    const failed = findings.length
    return { passed: failed === 0 ? 1 : 0, failed, skipped: [], output: findings.join('\n') }
  },
}
