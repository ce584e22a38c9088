import { launchChromium } from '../../tools/browsers/chromium.ts'
import { openPagesTests } from './open-pages.ts'

openPagesTests('chrome', launchChromium)
