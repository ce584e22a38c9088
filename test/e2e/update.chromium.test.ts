import { launchChromium } from '../../tools/browsers/chromium.ts'
import { updateTests } from './update.ts'

updateTests('chrome', launchChromium)
