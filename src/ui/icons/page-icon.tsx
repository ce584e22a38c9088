import { IconSvg } from './icon-svg.tsx'
import { pageIcons, type PageIconName } from './page-icons.ts'

/** `Icon` for extension pages: the banner's icons and those of the pages. */
export function PageIcon({ name }: { name: PageIconName }) {
  return <IconSvg shapes={pageIcons[name]} />
}
