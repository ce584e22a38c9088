import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { restartTests } from './restart.ts'

restartTests(launchFirefox)
