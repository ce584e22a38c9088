import { launchChromium } from '../../tools/browsers/chromium.ts'
import { mended, mendedInChromium, told } from './hostile-deeds.ts'
import { testHostilePage } from './hostile-page.ts'

testHostilePage('chromium', launchChromium, { toMend: [...mendedInChromium, ...mended], toTell: told })
