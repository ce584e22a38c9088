import { IconSvg } from './icon-svg.tsx'
import { icons, type IconName } from './icons.ts'

/** An icon in the colour of the text next to it. That text is its name: screen readers skip the icon. */
export function Icon({ name }: { name: IconName }) {
  return <IconSvg shapes={icons[name]} />
}
