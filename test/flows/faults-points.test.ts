import { sweep } from './fault-sweep'

sweep(['points'])
