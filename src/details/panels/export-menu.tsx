import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { MenuButton } from '../../ui/menu/menu-button.tsx'
import type { DetailsWords } from '../words.ts'

const exportKinds = ['json', 'csv', 'png'] as const
export type ExportKind = (typeof exportKinds)[number]

/** What can be copied, to be passed on. */
const shareKinds = ['text', 'picture'] as const
export type ShareKind = (typeof shareKinds)[number]

interface Props {
  readonly title: string
  readonly words: DetailsWords
  readonly onExport: (kind: ExportKind) => void
  readonly onShare: (kind: ShareKind) => void
}

/** The button that opens the menu of export formats, and of what can be copied. */
export function ExportMenu({ title, words: { say }, onExport, onShare }: Props) {
  const items = [
    ...exportKinds.map((kind) => ({ value: () => onExport(kind), text: say(`export.${kind}`) })),
    ...shareKinds.map((kind) => ({ value: () => onShare(kind), text: say(`share.${kind}`) })),
  ]
  return (
    <MenuButton {...{ title, items }} onChoose={(choose) => choose()}>
      <PageIcon name="export" />
      {say('export')}
      <PageIcon name="down" />
    </MenuButton>
  )
}
