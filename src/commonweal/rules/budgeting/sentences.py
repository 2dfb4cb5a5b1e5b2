"""What people read about a shared budget: the count's steps, and refusals."""

from commonweal.rules.budgeting.sentences_caps import OF_CAPS
from commonweal.rules.budgeting.sentences_pabulib import OF_PABULIB
from commonweal.rules.sentence import N_, NP_, Words

SENTENCES: dict[str, Words] = {
    "greedy_title": N_("Most votes first"),
    "greedy_summary": N_(
        "The project with most votes is funded first, then the next, while the money"
        " lasts."
    ),
    "equal_shares_title": N_("Equal shares"),
    "equal_shares_summary": N_(
        "Everybody holds an equal part of the budget, and the people who back a project"
        " pay for it together."
    ),
    "equal_shares_add_one_title": N_("Equal shares, raised step by step"),
    "equal_shares_add_one_summary": N_(
        "Everybody holds an equal part of the budget and pays for what they back. While"
        " money is left over, everybody is given one unit more and all is counted anew."
    ),
    "equal_shares_jump_title": N_("Equal shares, raised to the next change"),
    "equal_shares_jump_summary": N_(
        "Everybody holds an equal part of the budget and pays for what they back. While"
        " money is left over, all shares are raised just until something changes."
    ),
    "equal_shares_utilitarian_title": N_("Equal shares, the rest by votes"),
    "equal_shares_utilitarian_summary": N_(
        "Everybody holds an equal part of the budget and pays for what they back. What"
        " is left over goes to the projects with most votes."
    ),
    "knapsack_title": N_("The most votes the money can buy"),
    "knapsack_summary": N_(
        "Of all choices of projects that the budget can pay for, the one with the most"
        " votes in all is funded."
    ),
    "phragmen_budget_title": N_("Phragmén's rule"),
    "phragmen_budget_summary": N_(
        "Everybody earns alike, and a project is bought as soon as the people who back"
        " it hold its cost together."
    ),
    "budget_title_phragmen_opening": N_("Who backs what"),
    "phragmen_opening": N_(
        "{voters} voted on {projects}. There are {budget} to spend. Each next project"
        " is the one whose backers bear least with it."
    ),
    "budget_title_phragmen_bought": N_("Bought: {project}"),
    "phragmen_bought": N_(
        "Each of those who back “{project}” now bears {load} in all, less than with any"
        " other. It costs {cost}; {left} are left."
    ),
    "budget_title_phragmen_tie_stands": N_("A tie between backers"),
    "phragmen_tie_stands": N_(
        "{projects} are level and not all of them can be bought alike. The tie stands,"
        " so none of them is."
    ),
    "budget_title_phragmen_stopped": N_("The budget ends: {project}"),
    "phragmen_stopped": N_(
        "“{project}” would come next and costs {cost}, but only {left} are left. By"
        " this rule the count ends there. Left out: {number}."
    ),
    "budget_title_phragmen_all_carried": N_("Nothing more to buy"),
    "phragmen_all_carried": N_(
        "All that somebody backs was looked at; {left} are left. Left out: {number}."
    ),
    # Numbers of things.
    "budget_amount": N_("{amount} {currency}"),
    "budget_voters": NP_("{number} voter", "{number} voters", "number"),
    "budget_projects": NP_("{number} project", "{number} projects", "number"),
    "budget_votes": NP_("{number} vote", "{number} votes", "number"),
    "budget_points": NP_("{number} point", "{number} points", "number"),
    "budget_price_for_votes": N_("{price} each"),
    "budget_price_for_points": N_("{price} for each of their points"),
    # Ties.
    "budget_tie_cheapest": N_(
        "{tied} are level. No seed for a lot is given, so what costs least goes first:"
        " {cheapest}."
    ),
    "budget_tie_in_turn": N_("{first} {then}"),
    # What cannot be counted.
    "budget_missing": N_("There is no budget to share out; it has to be above 0."),
    "budget_cost_missing": N_(
        "“{project}” has no cost above 0, so it cannot be bought."
    ),
    "budget_detail_no_number": N_(
        "The detail “{detail}” is “{found}”. It has to be a number of at least 0, such "
        "as 50."
    ),
    "budget_coins": N_(
        "The detail “coins_per_unit” is “{found}”. It has to be a whole number of at "
        "least 1."
    ),
    "budget_detail_unknown": N_(
        "The detail “{detail}” is “{found}”. It can be: {known}."
    ),
    # Greedy, step by step.
    "budget_title_greedy_opening": N_("The votes"),
    "greedy_opening": N_(
        "{voters} voted on {projects}. There are {budget} to spend; whoever has most"
        " support comes first."
    ),
    "budget_title_greedy_below_threshold": N_("Too little support: {number}"),
    "greedy_below_threshold": N_(
        "A project needs a score of at least {threshold}. These have less: {projects}."
    ),
    "budget_title_greedy_without_votes": N_("Without a vote: {number}"),
    "greedy_without_votes": N_("Nobody voted for {projects}."),
    "budget_title_greedy_funded": N_("Funded: {project}"),
    "greedy_funded": N_(
        "“{project}” has {score} and costs {cost}. That fits into the {before} there"
        " are, so it is funded; {left} are left."
    ),
    "budget_title_greedy_passed_over": N_("Passed over: {project}"),
    "greedy_passed_over": N_(
        "“{project}” has {score} and costs {cost}. Only {left} are left, so it is"
        " passed over and the next one is looked at."
    ),
    "budget_title_greedy_stopped": N_("The end: {project}"),
    "greedy_stopped": N_(
        "“{project}” has {score} and costs {cost}. Only {left} are left, and by this"
        " rule the count ends at the first project that does not fit."
    ),
    "budget_title_greedy_tie_stands": N_("A tie that stands"),
    "greedy_tie_stands": N_(
        "{projects} are level and the money does not reach for all of them. The tie"
        " stands, so none of them is funded; {left} are left."
    ),
    "budget_title_greedy_not_reached": N_("Not reached: {number}"),
    "greedy_not_reached": N_("The count ended before it came to {projects}."),
    # Knapsack, step by step.
    "budget_title_knapsack_opening": N_("The votes"),
    "knapsack_opening": N_(
        "{voters} voted on {projects}. There are {budget} to spend; what counts is how"
        " many votes all the projects funded have together."
    ),
    "budget_title_knapsack_chosen": N_("The best choice: {number}"),
    "knapsack_chosen": N_(
        "No other choice that costs {budget} or less has more votes than these, with"
        " {sum} together. They cost {spent}; {left} are left."
    ),
    "knapsack_chosen_by_cost": N_(
        "No other choice that costs {budget} or less is worth more, if each vote counts"
        " as much as its project costs. These have {sum} together and cost {spent};"
        " {left} are left."
    ),
    "knapsack_too_many": N_(
        "Too many choices are nearly as good as the best one to compare them all."
    ),
    # How many more votes it needed.
    "lacking_opening": N_(
        "How many more votes it would have taken, each from a further voter who backs"
        " that project alone:"
    ),
    "lacking_votes": NP_(
        "“{project}”: {number} more vote would have funded it.",
        "“{project}”: {number} more votes would have funded it, and one fewer would"
        " not.",
        "number",
    ),
    "lacking_points": NP_(
        "“{project}”: {number} more voter with one point for it would have funded it.",
        "“{project}”: {number} more voters with one point each for it would have funded"
        " it, and one fewer would not.",
        "number",
    ),
    "lacking_money": N_(
        "“{project}” costs {cost}, more than the {budget} there are: no number of votes"
        " could have funded it."
    ),
    "lacking_anything": N_(
        "“{project}”: no number of votes that was tried would have funded it."
    ),
    "compare_takes_long": N_(
        "Not counted: with so many ballots it takes minutes. --method {method} does it."
    ),
    "lacking_takes_long": NP_(
        "--needed also works out how many more votes each project not funded needed."
        " That may take {minutes} minute.",
        "--needed also works out how many more votes each project not funded needed."
        " That may take {minutes} minutes.",
        "minutes",
    ),
    # Equal shares, step by step.
    "budget_title_equal_shares_opening": N_("The shares"),
    "equal_shares_opening": N_(
        "{voters} voted on {projects}. Each holds an equal share of the {budget}:"
        " {share}, to the hundredth."
    ),
    "equal_shares_opening_raised": N_(
        "{voters} voted on {projects}. So that less of the {budget} stays unspent, each"
        " holds an equal share of a larger sum, {raised}: {share}, to the hundredth."
        " What is bought still costs no more than the budget."
    ),
    "budget_title_equal_shares_bought": N_("Bought: {project}"),
    "equal_shares_bought": N_(
        "“{project}” costs {cost}. Who pays in full: {in_full}, {price}, to the"
        " hundredth. {left} of the budget are left."
    ),
    "equal_shares_bought_some_poorer": N_(
        "“{project}” costs {cost}. Who pays in full: {in_full}, {price}, to the"
        " hundredth. Who has less than that and gives all of it: {with_the_rest}."
        " {left} of the budget are left."
    ),
    "budget_title_equal_shares_tie_stands": N_("A tie that stands"),
    "equal_shares_tie_stands": N_(
        "{projects} are level, and who backs them cannot pay for all of them. The tie"
        " stands, so none of them is bought."
    ),
    "budget_title_equal_shares_closing": N_("The end: {projects} not bought"),
    "equal_shares_closing": N_(
        "The people who back a project that is still open cannot pay for it with what"
        " they have left. Of {budget}, {left} stay unspent."
    ),
    "budget_title_equal_shares_by_votes": N_("The rest by votes"),
    "equal_shares_by_votes": N_(
        "What is left, {left}, is spent by votes: the project with most of them first,"
        " if it fits."
    ),
    "budget_too_fine": N_(
        "There are too many budgets to try: projects stay level at thousands of them."
        " Count with a larger step, by equal-shares-add-one."
    ),
    "budget_step": N_(
        "The detail “step” is “{found}”. It has to be a number above 0, and not finer"
        " than a coin: {coin}."
    ),
    "budget_title_equal_shares_all_bought": N_("The end: every project is bought"),
    "equal_shares_all_bought": N_("Of {budget}, {left} stay unspent."),
    **OF_PABULIB,
    **OF_CAPS,
}
