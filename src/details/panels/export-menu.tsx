import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { MenuButton } from '../../ui/menu/menu-button.tsx'
import type { DetailsWords } from '../words.ts'

const exportKinds = ['json', 'csv', 'png'] as const
export type ExportKind = (typeof exportKinds)[number]

interface Props {
  readonly title: string
  readonly words: DetailsWords
  readonly onExport: (kind: ExportKind) => void
}

/** The button that opens the menu of export formats. */
export function ExportMenu({ title, words: { say }, onExport }: Props) {
  const items = exportKinds.map((value) => ({ value, text: say(`export.${value}`) }))
  return (
    <MenuButton {...{ title, items }} onChoose={onExport}>
      <PageIcon name="export" />
      {say('export')}
      <PageIcon name="down" />
    </MenuButton>
  )
}
