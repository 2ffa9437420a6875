package gatehouse.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** To which address of ours a provider sends people back, as its row keeps it. */
@Embeddable
record KeptRedirect(@Enumerated(EnumType.STRING) @Column(name = "redirect_style") RedirectStyle style, @Column(name = "redirect_url") String url) {
}
