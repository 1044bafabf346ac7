import { Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { setView, useView } from '../shell/view-store.ts';
import { HOLE_BAND_MAX } from './drawing-fields.ts';

/** Whether boreholes are drawn, and on a section how far beside it. `count`: holes the mine has. */
export const HolesField = ({ count, banded }: { readonly count: number; readonly banded: boolean }) => {
  const { t } = useTranslation();
  const { drawingHoles, holeBand } = useView();
  return (
    <Form.Item
      label={
        <Checkbox
          checked={drawingHoles && count > 0}
          disabled={count === 0}
          data-field="holes"
          onChange={({ target }) => setView({ drawingHoles: target.checked })}
        >
          {count === 0 ? t('section.noHoles') : t('section.holes', { count })}
        </Checkbox>
      }
    >
      {banded && drawingHoles && count > 0 && (
        <InputNumber
          className="hy-section-wide"
          data-field="hole-band"
          aria-label={t('section.holeBand')}
          value={holeBand}
          min={1}
          max={HOLE_BAND_MAX}
          step={5}
          precision={0}
          prefix={t('section.holeBandPrefix')}
          suffix="m"
          onChange={(value) => value !== null && setView({ holeBand: Number(value) })}
        />
      )}
    </Form.Item>
  );
};
