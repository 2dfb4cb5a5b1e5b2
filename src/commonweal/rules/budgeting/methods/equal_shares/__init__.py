"""Equal shares: the form to read (`plain`), the one for a city (`fast`), and the rest.

`fast` first tries to prove each decision (`proven`), else counts in fractions
(`market`); `completed` spends what stays over, at budgets raised by `raised`.
"""
