import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { testPageStates } from './page-states.ts'

testPageStates('firefox', launchFirefox)
