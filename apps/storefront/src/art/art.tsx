import type { ReactNode } from 'react'
import type { ArtName } from '../../shared/shop-api.ts'
import { BatteryArt } from './battery-art.tsx'
import { BeansArt } from './beans-art.tsx'
import { ClockArt } from './clock-art.tsx'
import { CupArt } from './cup-art.tsx'
import { EarbudsArt } from './earbuds-art.tsx'
import { KettleArt } from './kettle-art.tsx'
import { KeyboardArt } from './keyboard-art.tsx'
import { LampArt } from './lamp-art.tsx'
import { PhoneArt } from './phone-art.tsx'
import { SpeakerArt } from './speaker-art.tsx'

const DRAWINGS: Readonly<Record<ArtName, () => ReactNode>> = {
  phone: PhoneArt,
  earbuds: EarbudsArt,
  lamp: LampArt,
  keyboard: KeyboardArt,
  speaker: SpeakerArt,
  kettle: KettleArt,
  cup: CupArt,
  battery: BatteryArt,
  clock: ClockArt,
  beans: BeansArt,
}

/** A product's drawing on its tile. Decoration: the name beside it says what it is. */
export function Art({ name }: { readonly name: ArtName }) {
  const Drawing = DRAWINGS[name]
  return (
    <span className={`art art--${name}`} aria-hidden="true">
      <svg viewBox="0 0 240 240" focusable="false">
        <Drawing />
      </svg>
    </span>
  )
}
