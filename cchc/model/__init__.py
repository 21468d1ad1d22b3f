"""What a plan is, part by part: the act, its body, objectives, appendix rows, layouts."""
