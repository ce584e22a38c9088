import { Drawing } from './drawing.tsx'
import { icons, type IconName } from './icons.ts'

/** An icon in the colour of the text beside it, which names it: it is never read out. */
export function Icon({ name }: { name: IconName }) {
  return <Drawing shapes={icons[name]} />
}
