import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { openPagesTests } from './open-pages.ts'

openPagesTests('firefox', launchFirefox)
