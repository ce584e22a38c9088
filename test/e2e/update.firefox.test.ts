import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { updateTests } from './update.ts'

updateTests('firefox', launchFirefox)
