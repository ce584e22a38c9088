import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { MenuButton } from '../../ui/menu/menu-button.tsx'
import type { DetailsWords } from '../words.ts'

const exportKinds = ['json', 'csv', 'png'] as const
export type ExportKind = (typeof exportKinds)[number]

/** What can be copied, to be passed on. */
const shareKinds = ['text', 'picture'] as const
export type ShareKind = (typeof shareKinds)[number]

/** What a recording is wanted for: itself, or a report of a false alarm that it goes with. */
export type RecordingPurpose = 'file' | 'report'

interface Props {
  readonly title: string
  readonly words: DetailsWords
  readonly onExport: (kind: ExportKind) => void
  readonly onShare: (kind: ShareKind) => void
  /** Saves the recording of the episode; absent where there can be none. */
  readonly onRecording?: ((purpose: RecordingPurpose) => void) | undefined
}

/** The button that opens the menu of export formats, of what can be copied, and of a report. */
export function ExportMenu({ title, words: { say }, onExport, onShare, onRecording }: Props) {
  const items = [
    ...exportKinds.map((kind) => ({ value: () => onExport(kind), text: say(`export.${kind}`) })),
    ...shareKinds.map((kind) => ({ value: () => onShare(kind), text: say(`share.${kind}`) })),
    ...(onRecording ? [{ value: () => onRecording('file'), text: say('export.recording') }] : []),
    ...(onRecording ? [{ value: () => onRecording('report'), text: say('report') }] : []),
  ]
  return (
    <MenuButton {...{ title, items }} onChoose={(choose) => choose()}>
      <PageIcon name="export" />
      {say('export')}
      <PageIcon name="down" />
    </MenuButton>
  )
}
