import { sendCommand } from '../shared/messages/send-command.ts'

/** Has the popup say that the toolbar icon alone warns of what this site shows. */
export function tellHidden(): void {
  sendCommand({ kind: 'yield', site: location.host })
}
