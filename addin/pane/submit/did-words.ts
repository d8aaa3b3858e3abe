/** What a transition is called once it was made: `ingediend`. */
import type { TransitionName } from '#shared/lifecycle/index.ts'
import type { TextKey } from '../text/speak.ts'

export const didWords: Readonly<Record<TransitionName, TextKey>> = {
  indienen: 'didIndienen',
  teruggeven: 'didTeruggeven',
  heropenen: 'didHeropenen',
  goedkeuren: 'didGoedkeuren',
  vaststellen: 'didVaststellen',
  intrekken: 'didIntrekken',
  aanhouden: 'didAanhouden',
  hervatten: 'didHervatten',
}
