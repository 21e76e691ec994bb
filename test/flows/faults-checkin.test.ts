import { sweep } from './fault-sweep'

sweep(['checkin'])
