import { Drawing } from './drawing.tsx'
import { pageIcons, type PageIconName } from './page-icons.ts'

/** `Icon` of a page: of those that the banner has, and of the pages' own. */
export function PageIcon({ name }: { name: PageIconName }) {
  return <Drawing shapes={pageIcons[name]} />
}
