export { type Iv3Delivery, type Iv3Row, readDelivery, type ReadDelivery } from './delivery.ts'
