export { simulatedSocket } from '../../../tools/drill/network/simulated-socket.ts'
