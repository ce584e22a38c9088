import { launchChromium } from '../../tools/browsers/chromium.ts'
import { testPageStates } from './page-states.ts'

testPageStates('chromium', launchChromium)
