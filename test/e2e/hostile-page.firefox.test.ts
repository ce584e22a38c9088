import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { filteredRoot, mended, told } from './hostile-deeds.ts'
import { testHostilePage } from './hostile-page.ts'

testHostilePage('firefox', launchFirefox, { toMend: mended, toTell: [filteredRoot, ...told.slice(1, 3)] })
