import { describe, expect, it } from 'vitest';
import { mqttDoor } from './mqtt-door.ts';

describe('mqttDoor', () => {
  it('is open in clear on this machine only', () => {
    for (const mqttHost of ['127.0.0.1', '127.0.0.2', '::1', 'localhost'])
      expect(mqttDoor({ mqttHost })).toEqual({ mqttHost, mqttTls: undefined });
    for (const mqttHost of ['0.0.0.0', '::', '192.168.1.5', '127.example.org', 'mine.example'])
      expect(() => mqttDoor({ mqttHost })).toThrow(/in clear.*--mqtt-cert/);
    expect(mqttDoor({ mqttHost: '0.0.0.0', mqttPlain: true }).mqttTls).toBeUndefined();
  });

  it('takes certificate and key together, and says which is missing', () => {
    const both = { mqttCert: 'a.pem', mqttKey: 'b.pem' };
    expect(mqttDoor({ mqttHost: '0.0.0.0', ...both }).mqttTls).toEqual({ cert: 'a.pem', key: 'b.pem' });
    expect(() => mqttDoor({ mqttHost: '127.0.0.1', mqttCert: 'a.pem' })).toThrow('--mqtt-key is missing');
    expect(() => mqttDoor({ mqttHost: '0.0.0.0', mqttKey: 'b.pem', mqttPlain: true })).toThrow(
      '--mqtt-cert is missing',
    );
  });
});
