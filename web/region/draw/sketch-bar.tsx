import { CheckOutlined, CloseOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { drawnRefusals } from '../../../domain/hazards/place-refusals.ts';
import { positionsOf } from '../../ledger/edit/coordinate-text.ts';
import { PlaceSize } from '../../ledger/edit/place-size.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { cancelDrawing, finishDrawing, setPlaceOfForm, useDrawing, useDrawn } from './draw-store.ts';
import { shortOf, without } from './sketch.ts';

/** Over the map while one draws: what to do next, how large it is, what is wrong with it, and its keys as buttons. */
export const SketchBar = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const sketch = useDrawn();
  const snaps = useDrawing((drawing) => drawing.snaps);
  if (!sketch) return null;
  const corners = positionsOf(sketch).length;
  const short = shortOf(sketch);
  const wrong = drawnRefusals(sketch);
  return (
    <section className="hy-sketch-bar" aria-label={t('mapDraw.title')}>
      <p role="status">
        <strong>{t(`mapDraw.${sketch.kind}`)}</strong>{' '}
        {short === null ? t('mapDraw.corners', { n: corners }) : t('mapDraw.short', { n: short })}
      </p>
      {wrong.length === 0 && <PlaceSize place={sketch} />}
      {wrong.map(({ code, what, mend }) => (
        <p key={code} role="alert" className="hy-bad" data-outline={code}>
          ✗ {what[language]} {mend[language]}
        </p>
      ))}
      <div className="hy-sketch-orders">
        <Button
          size="small"
          icon={<UndoOutlined />}
          disabled={corners === 0}
          data-action="sketch-undo"
          onClick={() => setPlaceOfForm(without(sketch, -1))}
        >
          {t('mapDraw.undo')} <kbd>⌫</kbd>
        </Button>
        <Button size="small" icon={<CloseOutlined />} data-action="sketch-cancel" onClick={cancelDrawing}>
          {t('mapDraw.cancel')} <kbd>Esc</kbd>
        </Button>
        <Button
          size="small"
          type="primary"
          icon={<CheckOutlined />}
          disabled={short !== null || wrong.length > 0}
          data-action="sketch-end"
          onClick={finishDrawing}
        >
          {t('mapDraw.end')} <kbd>Enter</kbd>
        </Button>
        <Checkbox checked={snaps} onChange={({ target }) => useDrawing.setState({ snaps: target.checked })}>
          {t('mapDraw.snap')}
        </Checkbox>
      </div>
      <p className="hy-quiet">{t('mapDraw.keys')}</p>
    </section>
  );
};
