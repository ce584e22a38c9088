import { useState } from 'preact/hooks'
import { saveFile } from '../../ui/page/save-file.ts'
import type { Chart, ChartInput } from '../chart/draw-chart.ts'
import type { ExportKind, RecordingPurpose, ShareKind } from '../panels/export-menu.tsx'
import type { PanelProps } from '../panels/panel-props.ts'
import { createExport } from './create-export.ts'
import { recordingName } from './recording-export.ts'
import { saveRecording } from './save-recording.ts'
import { share } from './share.ts'

/** A panel and its chart; null where that could not be computed. */
interface Drawn {
  readonly panel: PanelProps
  readonly input: ChartInput | null
}

/**
 * Export and share of a page, and what became of the last.
 *
 * @param shown what is drawn: pictures and texts are of that, as of their moment
 * @param present what is known now: files of data hold all of it
 */
export function useExport(shown: Drawn, present: Drawn, chart: { readonly current: Chart | null }) {
  const [status, setStatus] = useState('')
  const { say } = present.panel.words

  async function attemptTo(act: () => Promise<string>, failure: 'export.failed' | 'share.failed') {
    try {
      setStatus(await act())
    } catch (error) {
      setStatus(say(failure, { reason: error instanceof Error ? error.message : String(error) }))
    }
  }
  const inputOf = ({ input }: Drawn) => {
    if (!input) throw new Error(say('undrawn.part'))
    return input
  }
  return {
    status,
    onExport: (kind: ExportKind) =>
      void attemptTo(async () => {
        const of = kind === 'png' ? shown : present
        const { name, content } = await createExport(kind, of.panel, inputOf(of), chart.current)
        saveFile(name, content)
        return say('export.done', { file: name })
      }, 'export.failed'),
    onShare: (kind: ShareKind) =>
      void attemptTo(async () => {
        await share(kind, shown.panel, inputOf(shown), chart.current)
        return say('share.done')
      }, 'share.failed'),
    // What was recorded is of the whole episode, whichever moment is shown.
    onRecording:
      recordingName(present.panel) === null
        ? undefined
        : (purpose: RecordingPurpose) => void saveRecording(purpose, present.panel).then(setStatus),
  }
}
