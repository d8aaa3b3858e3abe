import { createApp } from './app.ts'

export { LiveRoom } from './live/live-room.ts'
export default createApp()
