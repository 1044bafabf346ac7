import { writeToStream } from 'mqtt-packet';

// Else the first packet written makes every 16-bit number into a buffer of its own, 8 MiB for good; packets here have two bytes of it.
writeToStream.cacheNumbers = false;
