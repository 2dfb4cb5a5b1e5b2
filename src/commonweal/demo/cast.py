"""The forty people of the demo. They are invented, and their last name says so."""

from typing import NamedTuple


class Role(NamedTuple):
    """Somebody of the valley: name, language they read, whether they have mail."""

    name: str
    language: str = "en"
    has_mail: bool = True

    @property
    def given_name(self) -> str:
        """What the stories call them."""
        return self.name.split()[0]

    @property
    def email(self) -> str:
        """An address that leads nowhere; empty for those who keep a code on paper."""
        letters = self.given_name.lower().translate(PLAIN_LETTERS)
        return f"{letters}@example.org" if self.has_mail else ""


PLAIN_LETTERS = str.maketrans("áéíóúñ", "aeioun")

CAST = {
    role.given_name: role
    for role in (
        Role("Asha Rao Demo"),
        Role("Ben Whitlock Demo", has_mail=False),
        Role("Chidi Okafor Demo"),
        Role("Dolores Iriarte Demo", "es"),
        Role("Emre Kaya Demo"),
        Role("Farah Haddad Demo"),
        Role("Agnes Kovács Demo"),
        Role("Bruno Sanz Demo", "es"),
        Role("Carmen Vidal Demo", "es", has_mail=False),
        Role("Daud Rahimi Demo"),
        Role("Elvira Pons Demo", "es"),
        Role("Fermín Otxoa Demo", "es"),
        Role("Gloria Mensah Demo"),
        Role("Halima Diallo Demo"),
        Role("Hugo Marín Demo", "es"),
        Role("Iker Zubiaur Demo", "es"),
        Role("Inés Tovar Demo", "es"),
        Role("Jamal Aziz Demo"),
        Role("Joan Ferrer Demo", "es"),
        Role("Kateryna Bondar Demo"),
        Role("Lucía Rey Demo", "es"),
        Role("Mateo Gil Demo", "es"),
        Role("Noor Sabri Demo"),
        Role("Nuria Campos Demo", "es"),
        Role("Oksana Melnyk Demo"),
        Role("Olga Petrova Demo"),
        Role("Paco Medina Demo", "es", has_mail=False),
        Role("Pilar Quintana Demo", "es", has_mail=False),
        Role("Quim Batlle Demo", "es"),
        Role("Remei Soler Demo", "es"),
        Role("Rosa Almeida Demo", "es"),
        Role("Rut Cano Demo", "es"),
        Role("Samir Benali Demo"),
        Role("Teresa Lozano Demo", "es", has_mail=False),
        Role("Ulises Prado Demo", "es"),
        Role("Vera Novak Demo"),
        Role("Wen Li Demo"),
        Role("Ximena Rojas Demo", "es"),
        Role("Yusuf Demir Demo"),
        Role("Zoe Marlow Demo"),
    )
}
