import { launchChromium } from '../../tools/browsers/chromium.ts'
import { restartTests } from './restart.ts'

restartTests(launchChromium)
