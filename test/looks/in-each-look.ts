import { beforeAll, describe } from 'vitest'
import { looks, type Look, type View } from './view.ts'

/**
 * Tests something in each look. It is opened once in each language, in another theme each time; its other theme is
 * a change of what stands open.
 */
export function inEachLook(
  open: (look: Look) => Promise<void>,
  change: (look: Look) => Promise<void>,
  tests: (look: Look) => void,
): void {
  let opened: View['lang'] | null = null
  describe.each(looks)('$lang, $theme', (look) => {
    beforeAll(async () => {
      const isOpen = opened === look.lang
      opened = null
      await (isOpen ? change : open)(look)
      opened = look.lang
    })
    tests(look)
  })
}
