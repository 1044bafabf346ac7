import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useView } from './view-store.ts';
import { workspaces } from './workspaces.ts';

const MOUSE_IN_3D = (['orbit', 'pan', 'zoom', 'select', 'camera', 'tab'] as const).map(
  (key) => `help.${key}` as const,
);

/** Keys and mouse of the open workspace; the keys come from the tools' own registrations. */
export const HelpDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const id = useView((state) => state.workspace);
  const workspace = workspaces().find((one) => one.id === id);
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('help.title')} width={720}>
      <div className="hy-help">
        <section>
          <h3>{t('help.keys')}</h3>
          <dl>
            {workspace?.shortcuts.map(({ key, text }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(text)}</dd>
              </div>
            ))}
            <div>
              <dt>
                <kbd>?</kbd>
              </dt>
              <dd>{t('help.show')}</dd>
            </div>
          </dl>
        </section>
        <section>
          <h3>{t('help.mouse')}</h3>
          <ul>
            {(workspace?.mouse ?? MOUSE_IN_3D).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
          <p className="hy-quiet">{t('help.link')}</p>
        </section>
      </div>
    </Modal>
  );
};
