import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import '../ui/form.css'
import { run } from './run.tsx'
import './welcome.css'

const root = document.querySelector('#welcome')
if (root) await run(root)
